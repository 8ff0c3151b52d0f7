"""The documentation that is made from the product itself, one module a page."""
