"""The search index: Finnish words found in any inflection and inside compounds."""

from catalogue.search.analyser import analyser_for
from catalogue.search.cache import AnalysisCache, CachedAnalyser, load_cache
from catalogue.search.index import Indexer, build_index
from catalogue.search.reading import Analyser, Reading
from catalogue.search.record import FIELD_WEIGHTS, SearchRecord, SynonymGroup

__all__ = [
    "FIELD_WEIGHTS",
    "Analyser",
    "AnalysisCache",
    "CachedAnalyser",
    "Indexer",
    "Reading",
    "SearchRecord",
    "SynonymGroup",
    "analyser_for",
    "build_index",
    "load_cache",
]
