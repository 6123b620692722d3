// A search box whose words take effect when typing rests, and that follows when they are changed elsewhere.
import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';

/** `value` is what counts now; `onRest` is told the trimmed words once typing has rested for `restMs`. */
export function useTypedSearch(
  value: string,
  onRest: (words: string) => void,
  restMs: number,
): readonly [typed: string, type: (typed: string) => void] {
  const [typed, setTyped] = useState(value);
  const sent = useRef(value);
  const send = useDebouncedCallback((words: string) => {
    sent.current = words;
    onRest(words);
  }, restMs);
  // What comes back is mostly what was sent; only words from elsewhere replace what is being typed.
  useEffect(() => {
    if (value === sent.current) return;
    sent.current = value;
    send.cancel();
    setTyped(value);
  }, [value, send]);
  return [
    typed,
    (next) => {
      setTyped(next);
      send(next.trim());
    },
  ];
}
