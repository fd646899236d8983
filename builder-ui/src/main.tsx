import '@fontsource-variable/inter';
import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/notifications/styles.css';
import './theme/tokens.css';
import './theme/base.css';
import './theme/canvas-colors.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createApi } from './api/create-api.ts';
import { App } from './app.tsx';
import { createI18n } from './i18n/create-i18n.ts';
import { firstLocale } from './i18n/locale.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root".');

const i18n = createI18n(firstLocale(window.localStorage, navigator.languages));
createRoot(root).render(
  <StrictMode>
    <App api={createApi()} i18n={i18n} />
  </StrictMode>,
);
