"""Simulated traditions: reports of invented events whose true derivation is known, in any number."""

from __future__ import annotations

from evaluation.traditions.operations import OPERATIONS, SEVERITIES, Operation, Severity
from evaluation.traditions.tradition import Tradition, TrueEdge, TrueRendition, tradition

__all__ = ["OPERATIONS", "SEVERITIES", "Operation", "Severity", "Tradition", "TrueEdge", "TrueRendition", "tradition"]
