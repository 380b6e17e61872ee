package dev.tunewise.api;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import java.io.IOException;
import java.io.InputStream;

/** Serves the written description of this API; {@code OpenApiTest} holds it to what the service answers. */
@Controller("/api/openapi.yml")
final class OpenApiFile {
    private static final String FILE = "openapi.yaml";

    @Get
    @Produces("application/yaml")
    HttpResponse<byte[]> file() throws IOException {
        try (InputStream file = OpenApiFile.class.getClassLoader().getResourceAsStream(FILE)) {
            return file == null ? HttpResponse.notFound() : HttpResponse.ok(file.readAllBytes());
        }
    }
}
