package dev.tunewise.api;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import java.io.IOException;
import java.io.InputStream;

/** Serves the description of this API that the build generates from the controllers. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Tunewise",
                        version = "1",
                        description =
                                "Advice on whether to fine-tune, with reasons, sources and what would change it. Errors are"
                                        + " problem details (RFC 9457) that point at the offending part of the request.",
                        license = @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0")),
        security = @SecurityRequirement(name = "token"))
@SecurityScheme(
        name = "token",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description = "The operator's access token; not needed on a loopback address without one")
@Hidden
@Controller("/api/openapi.yml")
final class OpenApiFile {
    private static final String FILE = "META-INF/swagger/tunewise-1.yml";

    @Get
    @Produces("application/yaml")
    HttpResponse<byte[]> file() throws IOException {
        try (InputStream file = OpenApiFile.class.getClassLoader().getResourceAsStream(FILE)) {
            return file == null ? HttpResponse.notFound() : HttpResponse.ok(file.readAllBytes());
        }
    }
}
