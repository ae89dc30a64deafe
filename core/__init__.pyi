from duizhao.datapackage.build import Making as Making
from duizhao.datapackage.build import build as build
from duizhao.datapackage.library import Data as Data
from duizhao.datapackage.library import check as check
from duizhao.datapackage.library import load as load
from duizhao.datapackage.library import read as read
from duizhao.datapackage.metadata import Metadata as Metadata
from duizhao.errors import DuizhaoError as DuizhaoError
from duizhao.validator.configuration.settings import Settings as Settings
from duizhao.validator.quantities.read import quantities as quantities

__version__: str
