import { Button, Center, Loader } from '@mantine/core';
import { useLanguage } from '../language/LanguageContext.js';
import { Problem } from '../parts/Problem.js';
import { Shell } from '../shell/Shell.js';
import { FirstStart } from './FirstStart.js';
import { SignIn } from './SignIn.js';
import { texts } from './texts.js';
import { useSession } from './useSession.js';
import { Welcome } from './Welcome.js';

/** Shows first start, sign-in or the dashboard, as the session stands. */
export function SessionGate() {
  const { say } = useLanguage();
  const { data: session, error, refetch } = useSession();
  if (error !== null) {
    return (
      <Welcome>
        <Problem error={error} />
        <Button onClick={() => void refetch()}>{say(texts.again)}</Button>
      </Welcome>
    );
  }
  if (session === undefined) {
    return (
      <Center mih="100dvh">
        <Loader />
      </Center>
    );
  }
  if (session.state === 'first-start') return <FirstStart />;
  return session.state === 'signed-in' ? <Shell /> : <SignIn />;
}
