"""Text-only pages: WCXB's development pages as a crawler saves them, without a tag."""
