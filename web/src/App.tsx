import { MantineProvider } from '@mantine/core';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { ApiError } from './api/ApiError.js';
import { LanguageProvider } from './language/LanguageContext.js';
import { SessionGate } from './session/SessionGate.js';
import { readableColors, theme } from './theme.js';

const mostTries = 2;

/** Whoever is signed out meanwhile (a session lasts a working day) sees the sign-in, not a page of errors. */
function onError(error: Error): void {
  const isLost = error instanceof ApiError && (error.code === 'not-signed-in' || error.code === 'stale-session');
  if (isLost) void queries.invalidateQueries({ queryKey: ['session'] });
}

const queries = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
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
