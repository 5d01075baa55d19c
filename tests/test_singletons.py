"""The guard against PySide6 6.12 on Python 3.11: Qt cannot use up the references of None and True."""

import os
import subprocess
import sys

import pytest

import chapterdesk

USE_THEM_UP = """
import sys
import chapterdesk
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Signal

class Empty(QAbstractTableModel):
    def rowCount(self, parent=QModelIndex()): return 1
    def columnCount(self, parent=QModelIndex()): return 1
    def data(self, index, role=0): return None

class Teller(QObject):
    told = Signal(bool)

model, teller = Empty(), Teller()
cell = model.index(0, 0)
for _ in range(30_000):
    cell.data()
    teller.told.emit(True)
print("alive")
"""


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal since Python 3.12")
def test_none_and_true_have_enough_references() -> None:
    assert chapterdesk.__version__
    assert min(sys.getrefcount(one) for one in (None, True, False, NotImplemented)) > 1 << 27


def test_long_use_of_qt_does_not_use_up_the_references() -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    run = subprocess.run(
        [sys.executable, "-c", USE_THEM_UP], env=environment, capture_output=True, text=True, check=False, timeout=60
    )
    assert (run.returncode, run.stdout.strip()) == (0, "alive"), run.stderr
