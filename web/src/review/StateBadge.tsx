import { Badge } from '@mantine/core';
import { useLanguage } from '../language/LanguageContext.js';
import { texts } from './texts.js';
import type { Flag } from './useReview.js';

const colors: Readonly<Record<Flag['review']['state'], string>> = {
  open: 'gray',
  accepted: 'red',
  dismissed: 'green',
  unsure: 'yellow',
  disagreement: 'grape',
};

export function StateBadge({ state }: { readonly state: Flag['review']['state'] }) {
  const { say } = useLanguage();
  return (
    <Badge variant="outline" color={colors[state]} tt="none">
      {say(texts[state])}
    </Badge>
  );
}
