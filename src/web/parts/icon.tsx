const paths: Readonly<Record<string, string>> = {
  search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM16 16l5 5',
  alignment: 'M4 7h10M4 17h16M18 4v6M10 14v6',
  capabilities: 'M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 13h7v7h-7z',
  portfolio: 'M4 20V10h4v10M10 20V4h4v16M16 20v-7h4v7',
  value: 'M4 5c8 0 8 6 16 6M4 12c6 0 8-1 16-1M4 19c6 0 6-4 9-4',
  benefits: 'M4 20h16M5 16l5-5 4 3 6-8M15 6h5v5',
  data: 'M12 4c4 0 7 1 7 2.5S16 9 12 9 5 8 5 6.500 8 4 12 4zM5 6.500v11C5 19 8 20 12 20s7-1 7-2.500v-11M5 12c0 1.500 3 2.500 7 2.500s7-1 7-2.500',
  brief: 'M5 4h14v16H5zM8 8h8M8 12h8M8 16h5',
  model: 'M9 3h6v5H9zM3 16h6v5H3zM15 16h6v5h-6zM12 8v4M6 16v-4h12v4',
  upload: 'M12 16V4M7 9l5-5 5 5M5 20h14',
  help: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM9.5 9.5a2.5 2.5 0 1 1 3.5 2.3c-.7.3-1 .8-1 1.7M12 16.5v.5',
  system: 'M3 5h18v11H3zM9 20h6M12 16v4',
  light: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v3M12 19v3M2 12h3M19 12h3M5 5l2 2M17 17l2 2M5 19l2-2M17 7l2-2',
  dark: 'M20 14a8 8 0 1 1-9-11 6 6 0 0 0 9 11z',
  add: 'M12 5v14M5 12h14',
  close: 'M6 6l12 12M18 6L6 18',
  link: 'M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1',
  dispute: 'M6 21V4M6 5h12l-3 4 3 4H6',
  download: 'M12 4v11M7 11l5 5 5-5M5 20h14',
  flow: 'M3 6h6v5H3zM15 13h6v5h-6zM9 8.5h4a3 3 0 0 1 3 3V13M12 15.5h3',
  table: 'M4 5h16v14H4zM4 10h16M4 14.5h16M10 5v14',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
};

/** A small picture beside a word; never instead of one. */
export function Icon({ name }: { readonly name: string }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" width="18" height="18" aria-hidden="true">
      <path
        d={paths[name] ?? ''}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.8"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
