#pragma once
#include <curl/curl.h>

// `curl_easy_setopt` and `curl_easy_getinfo` are variadic, which Swift cannot call: one function per kind of argument.

typedef size_t (*demarche_curl_sink)(char *bytes, size_t size, size_t count, void *context);
typedef curl_socket_t (*demarche_curl_opener)(void *context, curlsocktype purpose, struct curl_sockaddr *address);
typedef int (*demarche_curl_watcher)(
    void *context, curl_off_t toLoad, curl_off_t loaded, curl_off_t toSend, curl_off_t sent);

typedef int (*demarche_curl_tracer)(CURL *curl, curl_infotype kind, char *bytes, size_t count, void *context);

static inline CURLcode demarche_curl_set_long(CURL *curl, CURLoption option, long value) {
    return curl_easy_setopt(curl, option, value);
}
static inline CURLcode demarche_curl_set_size(CURL *curl, CURLoption option, curl_off_t value) {
    return curl_easy_setopt(curl, option, value);
}
static inline CURLcode demarche_curl_set_string(CURL *curl, CURLoption option, const char *value) {
    return curl_easy_setopt(curl, option, value);
}
static inline CURLcode demarche_curl_set_list(CURL *curl, CURLoption option, struct curl_slist *value) {
    return curl_easy_setopt(curl, option, value);
}
static inline CURLcode demarche_curl_set_context(CURL *curl, CURLoption option, void *value) {
    return curl_easy_setopt(curl, option, value);
}
static inline CURLcode demarche_curl_set_sink(CURL *curl, CURLoption option, demarche_curl_sink value) {
    return curl_easy_setopt(curl, option, value);
}
static inline CURLcode demarche_curl_set_opener(CURL *curl, CURLoption option, demarche_curl_opener value) {
    return curl_easy_setopt(curl, option, value);
}
static inline CURLcode demarche_curl_set_watcher(CURL *curl, CURLoption option, demarche_curl_watcher value) {
    return curl_easy_setopt(curl, option, value);
}
static inline CURLcode demarche_curl_set_tracer(CURL *curl, CURLoption option, demarche_curl_tracer value) {
    return curl_easy_setopt(curl, option, value);
}
static inline CURLcode demarche_curl_get_long(CURL *curl, CURLINFO info, long *value) {
    return curl_easy_getinfo(curl, info, value);
}
static inline CURLcode demarche_curl_get_size(CURL *curl, CURLINFO info, curl_off_t *value) {
    return curl_easy_getinfo(curl, info, value);
}
static inline CURLcode demarche_curl_get_string(CURL *curl, CURLINFO info, char **value) {
    return curl_easy_getinfo(curl, info, value);
}
