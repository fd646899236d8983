import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '../shell/language-switch.tsx';
import { Logo } from '../shell/logo.tsx';
import { createAuth } from './auth-client.ts';
import { type DemoAccount, useDemoAccounts } from './demo-accounts.ts';
import css from './login-page.module.css';

type Problem = 'wrong' | 'tooMany' | 'offline' | 'failed';

const problemOf = (status: number): Problem => {
  if (status === 401 || status === 403 || status === 400) return 'wrong';
  if (status === 429) return 'tooMany';
  if (status === 0 || status >= 502) return 'offline';
  return 'failed';
};

/** Logs in; answers what went wrong, or null. */
async function logIn(email: string, password: string): Promise<Problem | null> {
  try {
    const { error } = await createAuth(window.location.origin).signIn.email({ email: email.trim(), password });
    return error === null ? null : problemOf(error.status);
  } catch {
    return 'offline';
  }
}

function DemoAccounts({ accounts, onChoose }: { readonly accounts: readonly DemoAccount[]; readonly onChoose: (email: string) => void }) {
  const { t } = useTranslation('shell');
  if (accounts.length === 0) return null;
  return (
    <section className={css['demo']} aria-labelledby="demo-accounts">
      <h2 id="demo-accounts">{t('login.demo.title')}</h2>
      <p>{t('login.demo.help')}</p>
      <ul>
        {accounts.map((account) => (
          <li key={account.email}>
            <button type="button" onClick={() => onChoose(account.email)}>
              <b>{t(`role.${account.role}`)}</b>
              <span>{account.email}</span>
              <span className={css['does']}>{t(`login.demo.does.${account.role}`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The door. `onDone` is called once the session stands. */
export function LoginPage({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation('shell');
  const accounts = useDemoAccounts();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    document.title = `${t('login.title')} · Tendril`;
  }, [t]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const failed = await logIn(email, password);
    setBusy(false);
    setProblem(failed);
    if (failed === null) onDone();
  };
  return (
    <main className={css['page']}>
      <div className={css['card']}>
        <div className={css['brand']}>
          <Logo size={34} />
          <div>
            <h1>Tendril</h1>
            <p>{t('login.tagline')}</p>
          </div>
        </div>
        <form onSubmit={(event) => void submit(event)}>
          <Stack gap="sm">
            <TextInput
              label={t('login.email')}
              type="email"
              name="email"
              autoComplete="username"
              required
              withAsterisk={false}
              value={email}
              onChange={(event) => setEmail(event.currentTarget.value)}
            />
            <PasswordInput
              label={t('login.password')}
              name="password"
              autoComplete="current-password"
              required
              withAsterisk={false}
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
              visibilityToggleButtonProps={{ 'aria-label': t('login.show') }}
            />
            {problem && (
              <Alert color="red" variant="light" icon={<IconAlertCircle size={16} />} role="alert">
                {t(`login.problem.${problem}`)}
              </Alert>
            )}
            <Button type="submit" size="sm" loading={busy} fullWidth>
              {t('login.submit')}
            </Button>
          </Stack>
        </form>
        <DemoAccounts
          accounts={accounts}
          onChoose={(chosen) => {
            setEmail(chosen);
            document.querySelector<HTMLInputElement>('input[name="password"]')?.focus();
          }}
        />
        <LanguageSwitch />
      </div>
    </main>
  );
}
