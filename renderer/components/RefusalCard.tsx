// Why something was not done, which right it needs, and who can give it (screens 6.5).
import { Alert, Button, CloseButton, Group, List, Text } from '@mantine/core';
import { ShieldAlert } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { PERMISSIONS } from '../../shared/catalogue/permissions.ts';
import type { Refusal } from '../../shared/errors.ts';
import { refusedCall } from '../ipc/refusedCalls.ts';
import { WhyNot } from './access/WhyNot.tsx';

interface RefusalCardProps {
  readonly refusal: Refusal;
  readonly onClose?: () => void;
  /** False where the person is about to type again, as at sign-in. */
  readonly takesFocus?: boolean;
}

/** Announced at once, takes the focus so that a keyboard reaches its buttons, and holds no patient data. */
export function RefusalCard({ refusal, onClose, takesFocus = true }: RefusalCardProps) {
  const card = useRef<HTMLDivElement>(null);
  const [isCopied, setIsCopied] = useState(false);
  useEffect(() => {
    if (takesFocus && refusal.code !== 'INVALID_INPUT') card.current?.focus();
  }, [refusal, takesFocus]);
  const copy = async () => {
    await navigator.clipboard.writeText(refusalDetails(refusal)).then(
      () => setIsCopied(true),
      () => setIsCopied(false),
    );
  };
  const isRight = refusal.permission !== undefined;
  const refused = refusedCall(refusal);
  return (
    <Alert
      ref={card}
      role="alert"
      tabIndex={-1}
      className="refusal"
      variant="outline"
      color="red.9"
      icon={<ShieldAlert />}
    >
      <Group align="flex-start" wrap="nowrap" justify="space-between" gap="xs">
        <div>
          <Text size="sm" fw={600}>
            {refusal.message}
          </Text>
          {isRight ? <Text size="sm">{rightSentence(refusal)}</Text> : null}
          {refusal.fields === undefined || refusal.fields.length === 0 ? null : (
            <List size="sm" mt={4}>
              {refusal.fields.map((field) => (
                <List.Item key={`${field.path}:${field.message}`}>{field.message}</List.Item>
              ))}
            </List>
          )}
          <Group gap="xs" mt="xs" className="refusal-acts">
            {isRight || refusal.code === 'INTERNAL' ? (
              <Button variant="default" size="compact-sm" onClick={() => void copy()}>
                {isCopied ? 'Copied' : 'Copy details'}
              </Button>
            ) : null}
            {refused === null ? null : <WhyNot key={`${refused.procedure} ${refused.targetId ?? ''}`} call={refused} />}
          </Group>
        </div>
        {onClose === undefined ? null : <CloseButton aria-label="Close this message" onClick={onClose} />}
      </Group>
    </Alert>
  );
}

/** "It needs “Claims: Delete Data”. Dana Whitfield or Ria Patel can give it." Empty words already in the message are left out. */
function rightSentence({ permission, grantors, message }: Refusal): string {
  if (permission === undefined) return '';
  const { label } = PERMISSIONS[permission];
  const sentences: string[] = [];
  if (!message.includes(label)) sentences.push(`It needs “${label}”.`);
  const names = grantors ?? [];
  if (names.length > 0 && !names.every((name) => message.includes(name)))
    sentences.push(`${new Intl.ListFormat('en', { type: 'disjunction' }).format(names)} can give it.`);
  return sentences.join(' ');
}

function refusalDetails({ code, reason, permission, message }: Refusal): string {
  return [`Message: ${message}`, `Code: ${code}`, `Reason: ${reason ?? '-'}`, `Right: ${permission ?? '-'}`].join('\n');
}
