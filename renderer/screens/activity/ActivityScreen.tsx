// Security > Activity log.
/** Security > Activity log. */
export function ActivityScreen() {
  return <h1>Activity log</h1>;
}
