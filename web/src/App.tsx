import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { ApiError } from './api/ApiError.js';
import { LanguageProvider } from './language/LanguageContext.js';
import { SessionGate } from './session/SessionGate.js';
import { readableColors, theme } from './theme.js';

const mostTries = 2;

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // What the server refuses it will refuse again; only a server that is away may come back.
      retry: (tries, error) => tries < mostTries && error instanceof ApiError && error.code === 'offline',
    },
  },
});

export function App() {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={readableColors} defaultColorScheme="auto">
      <QueryClientProvider client={queries}>
        <LanguageProvider>
          <SessionGate />
        </LanguageProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}
