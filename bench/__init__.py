"""Benchmarks: counts and instructions, never clocks, except where a module says why."""
