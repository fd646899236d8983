import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from '../src/config.ts';

const complete = {
  DATABASE_URL: 'postgresql://tendril@127.0.0.1/tendril',
  PUBLIC_URL: 'https://nurture.example.com/',
  TENDRIL_SECRET: 'x'.repeat(32),
};

const problemsOf = (environment: Record<string, string | undefined>): readonly string[] => {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
};

describe('readConfig', () => {
  test('fills in defaults', () => {
    const config = readConfig(complete);
    expect(config.http).toMatchObject({ host: '127.0.0.1', port: 3000, publicUrl: 'https://nurture.example.com', uiDir: null });
    expect(config.temporal).toEqual({ address: '127.0.0.1:7233', namespace: 'default', apiKey: null, tls: false, certificate: null });
    expect(config.demoLinks).toBeNull();
  });

  test('reports every problem at once, by the name of its variable', () => {
    const problems = problemsOf({ ...complete, DATABASE_URL: 'mysql://x', PUBLIC_URL: undefined, TENDRIL_SECRET: 'short', PORT: 'eighty' });
    expect(problems.map((problem) => problem.split(/[ :]/)[0]).toSorted()).toEqual(['DATABASE_URL', 'PORT', 'PUBLIC_URL', 'TENDRIL_SECRET']);
    expect(problems).toContain('PUBLIC_URL is missing.');
  });

  test('an empty variable counts as not set', () => {
    expect(readConfig({ ...complete, UI_DIR: '', TEMPORAL_API_KEY: '' }).temporal.apiKey).toBeNull();
  });

  test('halves of a pair are refused', () => {
    expect(problemsOf({ ...complete, TEMPORAL_TLS_CERT_FILE: '/c.pem', DEMO_PHONE_URL: 'http://127.0.0.1:1' })).toHaveLength(2);
  });

  test('an API key or a certificate switches TLS on', () => {
    expect(readConfig({ ...complete, TEMPORAL_API_KEY: 'k' }).temporal.tls).toBe(true);
    expect(readConfig({ ...complete, TEMPORAL_TLS_CERT_FILE: '/c', TEMPORAL_TLS_KEY_FILE: '/k' }).temporal.tls).toBe(true);
  });
});
