import { Badge } from '@mantine/core';
import { useLanguage } from '../language/LanguageContext.js';
import { cannotJudge, type Severity, severities } from './severity.js';

interface Props {
  readonly severity: Severity;
  readonly outcome: 'fail' | 'cannot-judge';
}

export function SeverityBadge({ severity, outcome }: Props) {
  const { say } = useLanguage();
  const { color, sign, label } = outcome === 'fail' ? severities[severity] : cannotJudge;
  return (
    <Badge color={color} variant="light" tt="none" leftSection={<span aria-hidden>{sign}</span>}>
      {say(label)}
    </Badge>
  );
}
