import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import type { i18n as I18n } from 'i18next';
import { useMemo } from 'react';
import { I18nextProvider } from 'react-i18next';
import type { Api } from './api/create-api.ts';
import { TRPCProvider } from './api/trpc.ts';
import { createAppRouter } from './routes.tsx';
import { cssVariables, theme } from './theme/theme.ts';

const colorSchemes = localStorageColorSchemeManager({ key: 'tendril.theme' });

/** The whole product in the browser: languages, looks, the API's client and the pages. */
export function App({ api, i18n }: { readonly api: Api; readonly i18n: I18n }) {
  const router = useMemo(() => createAppRouter(api), [api]);
  return (
    <I18nextProvider i18n={i18n}>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariables} colorSchemeManager={colorSchemes} defaultColorScheme="auto">
        <DatesProvider settings={{ firstDayOfWeek: 1 }}>
          <QueryClientProvider client={api.queryClient}>
            <TRPCProvider trpcClient={api.client} queryClient={api.queryClient}>
              <ModalsProvider>
                <Notifications position="bottom-left" limit={4} />
                <RouterProvider router={router} />
              </ModalsProvider>
            </TRPCProvider>
          </QueryClientProvider>
        </DatesProvider>
      </MantineProvider>
    </I18nextProvider>
  );
}
