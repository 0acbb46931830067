import { Loader, Text } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { useLanguage } from '../language/LanguageContext.js';
import { AgenciesPage } from './agencies/AgenciesPage.js';

// What the first view does not show is loaded when it is asked for.
const ReportPage = lazy(async () => ({ default: (await import('./report/ReportPage.js')).ReportPage }));
const ComparisonPage = lazy(async () => ({ default: (await import('./report/ComparisonPage.js')).ComparisonPage }));
const FlagsPage = lazy(async () => ({ default: (await import('./flags/FlagsPage.js')).FlagsPage }));
const FilesPage = lazy(async () => ({ default: (await import('./files/FilesPage.js')).FilesPage }));
const RulesPage = lazy(async () => ({ default: (await import('./rules/RulesPage.js')).RulesPage }));
const RulePage = lazy(async () => ({ default: (await import('./rules/RulePage.js')).RulePage }));
const SettingsPage = lazy(async () => ({ default: (await import('./settings/SettingsPage.js')).SettingsPage }));

const nothingHere = { vi: 'Không có trang này.', en: 'There is no such page.' };

/** Which page an address shows. */
export function Pages() {
  const { say } = useLanguage();
  return (
    <Suspense fallback={<Loader />}>
      <Switch>
        <Route path="/" component={AgenciesPage} />
        <Route path="/documents/:id" component={ReportPage} />
        <Route path="/documents/:id/comparison" component={ComparisonPage} />
        <Route path="/flags" component={FlagsPage} />
        <Route path="/files" component={FilesPage} />
        <Route path="/rules" component={RulesPage} />
        <Route path="/rules/:group/:name" component={RulePage} />
        <Route path="/settings" component={SettingsPage} />
        <Route>
          <Text>{say(nothingHere)}</Text>
        </Route>
      </Switch>
    </Suspense>
  );
}
