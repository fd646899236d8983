import type { Port } from './define-node.ts';

/** The one way out of a node that only passes. */
export const NEXT_PORT: Port = { id: 'next', label: { 'zh-CN': '继续', en: 'Next' } };
