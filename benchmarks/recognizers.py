"""Time of Recognizers-Text to find the numbers of both halves of an article; run by `bench.py` in a venv of its own.

Only its model of numbers is asked: percentages, ordinals, dates and units would each cost as much again.
"""

from __future__ import annotations

import sys
import time

from recognizers_number import NumberRecognizer
from recognizers_text import Culture


def main() -> None:
    with open(sys.argv[1], encoding="utf-8") as file:
        english, chinese = file.read().split("Original:")
    work = [
        (NumberRecognizer(culture).get_number_model(), text)
        for culture, text in ((Culture.English, english), (Culture.Chinese, chinese))
    ]
    best = float("inf")
    for _ in range(9):
        start = time.perf_counter()
        for model, text in work:
            model.parse(text)
        best = min(best, time.perf_counter() - start)
    print(best)


if __name__ == "__main__":
    main()
