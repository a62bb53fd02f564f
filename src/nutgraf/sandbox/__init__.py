"""Disposable child processes under limits: where bytes from the web are taken apart."""
