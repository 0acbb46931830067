import { Button, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useLanguage } from '../language/LanguageContext.js';
import { useMay } from '../session/useSession.js';
import { FlagHistory } from './FlagHistory.js';
import { texts } from './texts.js';
import type { Flag } from './useReview.js';

interface Props {
  readonly flag: Flag;
  onAccept(): void;
  onDismiss(): void;
  onUnsure(): void;
  onUndo(): void;
}

/** The ways to decide on a flag, and who decided what before. */
export function DecisionButtons({ flag, onAccept, onDismiss, onUnsure, onUndo }: Props) {
  const { say } = useLanguage();
  const mayReview = useMay('review');
  const [looking, history] = useDisclosure(false);
  const isDecided = flag.review.state !== 'open';
  return (
    <Group gap="xs" mt="xs" className="screen-only">
      {mayReview ? (
        <>
          <Button size="compact-sm" onClick={onAccept}>
            {say(texts.accept)}
          </Button>
          <Button size="compact-sm" variant="default" onClick={onDismiss}>
            {say(texts.dismiss)}
          </Button>
          <Button size="compact-sm" variant="default" onClick={onUnsure}>
            {say(texts.unsure)}
          </Button>
        </>
      ) : null}
      {mayReview && isDecided ? (
        <Button size="compact-sm" variant="subtle" onClick={onUndo}>
          {say(texts.undo)}
        </Button>
      ) : null}
      <Button size="compact-sm" variant="subtle" onClick={history.open}>
        {say(texts.history)}
      </Button>
      {looking ? <FlagHistory flag={flag.id} onClose={history.close} /> : null}
    </Group>
  );
}
