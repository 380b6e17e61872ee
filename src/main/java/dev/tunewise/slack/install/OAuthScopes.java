package dev.tunewise.slack.install;

/** What Tunewise asks for at an install; `deploy/slack/README.md` says why for each, and a test holds the manifests to this list. */
public final class OAuthScopes {
    public static final String BOT =
            "app_mentions:read,assistant:write,channels:history,channels:read,chat:write,commands,"
                    + "files:write,groups:history,groups:read,im:history,im:read,users:read";
}
