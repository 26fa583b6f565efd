import { useEffect } from 'react';

/** While mounted the header and the foot are hidden: the page has the whole screen. */
export function BareScreen() {
  useEffect(() => {
    document.documentElement.dataset.bare = '';
    return () => {
      delete document.documentElement.dataset.bare;
    };
  }, []);
  return null;
}
