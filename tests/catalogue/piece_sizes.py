"""Finished pieces that share a page, in mm and by columns and rows, as print shops know them."""

CARD = (85, 55)
UP = {"bingo-a5": (2, 1), "bingo-a6": (2, 2)}
DIN = {"bingo-a5": (148, 210), "bingo-a6": (105, 148)}
