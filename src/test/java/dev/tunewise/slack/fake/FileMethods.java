package dev.tunewise.slack.fake;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Uploads in their three steps: a place, the bytes, the sharing. */
final class FileMethods {
    private final Workspace workspace;
    private final Function<Map<String, String>, String> bots;
    private final Map<String, Map<String, String>> uploads = new ConcurrentHashMap<>();
    private final Map<String, byte[]> contents = new ConcurrentHashMap<>();

    FileMethods(Workspace workspace, Function<Map<String, String>, String> bots) {
        this.workspace = workspace;
        this.bots = bots;
    }

    JsonObject uploadUrl(Map<String, String> form, String address) {
        String id = workspace.id("F");
        uploads.put(id, form);
        JsonObject answer = WebApi.ok();
        answer.addProperty("file_id", id);
        answer.addProperty("upload_url", address + "/upload/" + id);
        return answer;
    }

    JsonObject completeUpload(Map<String, String> form) {
        String channel = form.getOrDefault("channel_id", "");
        if (workspace
                .channel(channel)
                .map(found -> !found.members().contains(bots.apply(form)))
                .orElse(true)) {
            return WebApi.error("channel_not_found");
        }
        for (JsonElement element : JsonParser.parseString(form.get("files")).getAsJsonArray()) {
            String id = element.getAsJsonObject().get("id").getAsString();
            byte[] content = contents.get(id);
            if (content == null) {
                return WebApi.error("file_not_found");
            }
            Map<String, String> upload = uploads.get(id);
            workspace.file(new Workspace.File(
                    id,
                    upload.get("filename"),
                    element.getAsJsonObject().get("title").getAsString(),
                    upload.getOrDefault("alt_txt", ""),
                    content,
                    channel,
                    form.getOrDefault("thread_ts", "")));
        }
        return WebApi.ok();
    }

    JsonObject delete(Map<String, String> form) {
        workspace.removeFile(form.get("file"));
        return WebApi.ok();
    }

    void upload(HttpExchange exchange) throws IOException {
        String id = exchange.getRequestURI().getPath().substring("/upload/".length());
        byte[] content = exchange.getRequestBody().readAllBytes();
        Map<String, String> upload = uploads.get(id);
        boolean fits = upload != null && upload.get("length").equals(String.valueOf(content.length));
        if (fits) {
            contents.put(id, content);
        }
        WebApi.send(exchange, fits ? 200 : 400, WebApi.ok());
    }
}
