const PATHS = {
  more: 'M5 11.5h1v1H5ZM11.5 11.5h1v1h-1ZM18 11.5h1v1h-1Z',
  close: 'm6 6 12 12M18 6 6 18',
  send: 'M12 19V5m-6 6 6-6 6 6',
  person: 'M12 12a3.6 3.6 0 1 0 0-7.2 3.6 3.6 0 0 0 0 7.2Zm-7 7.4c.6-3 3.4-4.9 7-4.9s6.4 1.9 7 4.9',
  down: 'M12 5v14m-6-6 6 6 6-6',
  ai: 'M12 3.5c.7 4.6 3.4 7.3 8 8-4.6.7-7.3 3.4-8 8-.7-4.6-3.4-7.3-8-8 4.6-.7 7.3-3.4 8-8Z',
} as const;

export function Icon({ name }: { name: keyof typeof PATHS }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
