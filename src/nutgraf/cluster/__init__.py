"""Accounts to stories."""
