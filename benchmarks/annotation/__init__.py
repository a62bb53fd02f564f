"""How fast annotation is: beside the bare encoder that it waits for, and beside spaCy's pipeline of like size."""
