package dev.tunewise.web;

import dev.tunewise.web.form.FormData;
import dev.tunewise.web.form.SafeRedirect;
import dev.tunewise.web.visitor.VisitorCookies;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import java.net.URI;

/** Takes the name that people want to be shown by. */
@Controller("/you")
record VisitorNamePage(VisitorCookies people) {
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> name(HttpRequest<?> request, @Body String body) {
        FormData form = FormData.parse(body);
        return HttpResponse.seeOther(URI.create(SafeRedirect.path(form.first("next"))))
                .cookie(people.idCookie(people.of(request), request))
                .cookie(people.nameCookie(form.first("name"), request));
    }
}
