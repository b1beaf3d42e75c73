// Which sites may be watched: what the program's welcome says, as notifier/calls/policy.py reads it.

/** The origin of the page behind a port, as the browser names it; null where it hides it. */
export function originOf(sender) {
  try {
    const origin = sender.origin ?? new URL(sender.url).origin;
    return origin === "null" ? null : origin;
  } catch {
    return null;
  }
}

/** The host name of an origin, in lower case. */
export function hostOf(origin) {
  return new URL(origin).hostname.toLowerCase();
}

/** Whether a host is that of an entry of `sites`. */
export function siteMatches(site, host) {
  const wanted = site.toLowerCase();
  if (!wanted.startsWith("*.")) return host === wanted;
  return host.endsWith(wanted.slice(1)) && host.length > wanted.length - 1;
}

/** Whether calls of this origin may be reported; a page that hides its origin is never watched. */
export function mayWatch({ watch = "all", sites = [] }, origin) {
  if (origin === null) return false;
  if (watch === "all") return true;
  return watch === "listed" && sites.some((site) => siteMatches(site, hostOf(origin)));
}
