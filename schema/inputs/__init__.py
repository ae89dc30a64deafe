"""Folders, archives and bundles as streams of article files."""
