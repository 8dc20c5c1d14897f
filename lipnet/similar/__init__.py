"""Which short texts are like another one, in any script."""

from lipnet.similar.trigrams import Similar, similar

__all__ = ["Similar", "similar"]
