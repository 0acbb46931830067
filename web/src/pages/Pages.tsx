import { Route, Switch } from 'wouter';
import { AgenciesPage } from './agencies/AgenciesPage.js';

/** Which page an address shows. */
export function Pages() {
  return (
    <Switch>
      <Route path="/" component={AgenciesPage} />
    </Switch>
  );
}
