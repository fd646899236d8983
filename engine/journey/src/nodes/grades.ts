/** Every grade a lead can have: a letter for fit, a digit for engagement. */
export const GRADES = ['A1', 'A2', 'A3', 'A4', 'B1', 'B2', 'B3', 'B4', 'C1', 'C2', 'C3', 'C4', 'D1', 'D2', 'D3', 'D4'] as const;
