import type { Rule } from '../model/rule.js';

/** The catalogue, in its order. */
export const rules: readonly Rule[] = [];
