// Short names of functions that several scripts use: every page contains its scripts.

export const { parse: fromJson, stringify: asJson } = JSON;
export const { entries: pairsOf, fromEntries: fromPairs, keys: namesOf } = Object;
