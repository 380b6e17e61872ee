package dev.tunewise.slack.client;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What Slack's refusals mean for a message. */
public final class SlackErrors {
    private static final Pattern POINTER = Pattern.compile("/blocks/(\\d{1,3})");
    private static final Set<String> BLOCKS = Set.of("invalid_blocks", "invalid_blocks_format", "invalid_attachments");
    private static final Set<String> TOO_LONG = Set.of("msg_too_long", "msg_blocks_too_long", "too_many_blocks");
    private static final Set<String> NOT_EDITABLE =
            Set.of("message_not_found", "cant_update_message", "edit_window_closed", "block_mismatch");
    private static final Set<String> NO_MEMBER =
            Set.of("not_in_channel", "channel_not_found", "user_not_in_channel", "is_archived");

    private static final Set<String> ACCESS = Set.of("""
            token_expired invalid_auth not_authed token_revoked account_inactive missing_scope
            no_permission access_denied ekm_access_denied enterprise_is_restricted
            team_access_not_granted org_login_required
            """.strip().split("\\s+"));

    public static boolean ofBlocks(String error) {
        return BLOCKS.contains(error);
    }

    public static boolean ofLength(String error) {
        return TOO_LONG.contains(error);
    }

    public static boolean ofEdit(String error) {
        return NOT_EDITABLE.contains(error);
    }

    public static boolean ofRoom(String error) {
        return NO_MEMBER.contains(error);
    }

    /** What an admin of the workspace can mend without the message having to change: its token, its scopes, its rules of access. */
    public static boolean ofAccess(String error) {
        return ACCESS.contains(error);
    }

    /** Positions of the blocks that a refusal names; empty when it names none. */
    public static Set<Integer> positions(List<String> details) {
        return details.stream()
                .map(POINTER::matcher)
                .filter(Matcher::find)
                .map(match -> Integer.parseInt(match.group(1)))
                .collect(Collectors.toSet());
    }
}
