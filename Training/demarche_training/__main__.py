"""`python -m demarche_training` trains; see `train.py`."""

from .train import main

main()
