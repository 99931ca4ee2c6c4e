"""The search, measured: quality, bytes and latency, beside the theme's search and Pagefind.

    python -m benchmarks.search --pool POOL.json.gz [--sizes 1000 10000] [--rivals]

The pool (documents, and queries with the documents that ought to be found) is not part of the
repository. `--rivals` needs mkdocs-material and, for Pagefind, `pip install pagefind[bin]`.
"""
