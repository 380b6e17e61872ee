package dev.tunewise.teams.registration;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;

/**
 * The identity that Azure gives to this machine, asked for on the machine itself; there is no secret at all.
 *
 * @param resource what the token is for, without `/.default`
 */
public record ManagedIdentity(String clientId, String resource, Endpoint endpoint) implements TokenRequests {
    /** What a token is for that stands in for a secret of another registration. */
    static final String EXCHANGE = "api://AzureADTokenExchange";

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    /**
     * Where the machine gives tokens: App Service and Container Apps name an address and a header in the environment, virtual machines and AKS
     * have one fixed address.
     *
     * @param url from `IDENTITY_ENDPOINT`; empty on a virtual machine
     * @param header from `IDENTITY_HEADER`
     */
    public record Endpoint(String url, String header) {
        private static final String MACHINE = "http://169.254.169.254/metadata/identity/oauth2/token";

        private HttpRequest.Builder request(String query) {
            return header.isEmpty()
                    ? HttpRequest.newBuilder(
                                    URI.create((url.isEmpty() ? MACHINE : url) + "?api-version=2018-02-01&" + query))
                            .header("Metadata", "true")
                    : HttpRequest.newBuilder(URI.create(url + "?api-version=2019-08-01&" + query))
                            .header("X-IDENTITY-HEADER", header);
        }
    }

    @Override
    public HttpRequest next() {
        return endpoint.request("resource=" + URLEncoder.encode(resource, StandardCharsets.UTF_8) + "&client_id="
                        + URLEncoder.encode(clientId, StandardCharsets.UTF_8))
                .timeout(TIMEOUT)
                .build();
    }

    @Override
    public String names() {
        return "tunewise.teams.managed-identity, and that the identity is assigned to this machine";
    }

    /** A proof for a registration that trusts this identity (federated credential); its tokens are kept, too. */
    public static ClientCredentials.Proof trustedBy(
            String clientId, Endpoint endpoint, HttpClient http, InstantSource clock) {
        AccessTokens identity = new CachedAccessTokens(new ManagedIdentity(clientId, EXCHANGE, endpoint), http, clock);
        return new ClientCredentials.Proof(
                "managed-identity, and the federated credential of the registration",
                () -> ClientCredentials.Proof.assertion(identity.current()));
    }
}
