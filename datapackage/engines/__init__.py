"""The work on articles as engines want it: builds on a Dask cluster, and article files in, batches of Arrow out.

It lays articles out as `make` does and types cells as `reading` does, so it may import both.  No other room of a
package imports it: only the command line does, and the list of the library's names.
"""
