from duizhao.datapackage.engines import arrow as arrow
from duizhao.datapackage.format.metadata import Metadata as Metadata
from duizhao.datapackage.make.build import Making as Making
from duizhao.datapackage.make.build import build as build
from duizhao.datapackage.reading.load import Data as Data
from duizhao.datapackage.reading.load import load as load
from duizhao.errors import DuizhaoError as DuizhaoError
from duizhao.validator.across.corpus import compare_articles as compare_articles
from duizhao.validator.configuration.settings import Settings as Settings
from duizhao.validator.library import CheckedArticle as CheckedArticle
from duizhao.validator.library import check as check
from duizhao.validator.library import check_bytes as check_bytes
from duizhao.validator.library import read as read
from duizhao.validator.quantities.read import quantities as quantities

__version__: str
