"""Objectives: pure functions of hidden states or logits, labels, set ids and cluster ids."""
